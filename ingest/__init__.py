"""Reading documents and extracting cited assertions from them."""

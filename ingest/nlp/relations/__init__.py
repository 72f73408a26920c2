"""What a text says that actors did to, with or for one another."""

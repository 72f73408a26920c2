"""The words that introduce what somebody says, each kind with its own reading."""

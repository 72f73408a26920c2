"""What names say by standing together: a body and its town, a firm and its owner, kin in a list."""

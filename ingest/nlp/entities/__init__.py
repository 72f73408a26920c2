"""People, states, organizations and the other names of a text: found, typed and joined."""

"""From receive to receipt: the same for page, command line and watched folder."""

"""What people did: imports with their decisions, builds, settings, audit; and where data lies."""

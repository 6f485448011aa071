"""What must hold of it."""

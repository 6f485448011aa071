"""What happened: how dated assertions get in, are kept, and are read again."""

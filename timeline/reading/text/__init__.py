"""Text: the shadow copy, tokens, blocks, sentences, quotes; where every span comes from."""

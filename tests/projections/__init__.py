"""Each projection on a plain dict."""

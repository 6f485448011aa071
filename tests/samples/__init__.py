"""One stored sample of each event that was ever written, of every version, for ever."""

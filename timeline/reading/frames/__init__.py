"""Attribution frames: the shapes in which English says who said something, one a file.

A frame is a pure function from a site (a cue in its sentence) to a draft, or None where its rule
does not hold. The order below is the order in which they are asked: the first answer stands.
"""

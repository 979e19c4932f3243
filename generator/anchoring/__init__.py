"""Where words stand in a text: describing a place, finding it again, and moving it to a corrected text."""

from generator.anchoring.finding import Anchor, is_whole, locate, make, nearest, occurrences
from generator.anchoring.moving import Moved, OffsetMap

__all__ = ["Anchor", "Moved", "OffsetMap", "is_whole", "locate", "make", "nearest", "occurrences"]

"""All cases."""

from __future__ import annotations

import belongings
import bombs
import characters
import scripts
from case import Case

CASES: tuple[Case, ...] = (*characters.cases(), *bombs.cases(), *scripts.cases(), *belongings.cases())

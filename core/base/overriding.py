"""The mark ``override`` for modules that each start needs; typing_extensions would cost it ten milliseconds."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method: object) -> object:
        """Mark nothing at run time."""
        return method

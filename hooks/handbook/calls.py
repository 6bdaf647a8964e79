"""How templates call what they are given: methods at once, all else in Jinja's own way."""

from __future__ import annotations

from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2.runtime import Context


class Direct(Context):
    """For `Environment.context_class`. Jinja asks every callable twice whether it wants the context first; a page calls 200.

    A method that `jinja2.pass_context` or its like decorates is given what it wants.
    """

    def call(__self, __obj: Any, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any) -> Any:  # noqa: N805
        kind = type(__obj)
        if kind is BuiltinMethodType or (kind is MethodType and not hasattr(__obj.__func__, "jinja_pass_arg")):
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)

"""Lazy attributes: worked out when they are first asked for, then kept in the object itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - a decorator, as `property` is
    """A method without arguments that becomes an attribute.

    Like `functools.cached_property`, without the lock that Python 3.11 takes for it: an article asks hundreds of
    them. Two threads may both work one out, and keep the same.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        """Keep the method that works it out."""
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | lazy[T]:
        """What was worked out; Python asks here only until the object has it."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work(instance)
        return value

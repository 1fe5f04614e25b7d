"""A shop's stock as class hierarchy: abstract base, protocols, properties, errors of its own, a ledger, a report."""
from __future__ import annotations

import abc
import itertools
from collections import Counter, defaultdict, deque
from contextlib import contextmanager
from enum import Enum, auto
from functools import total_ordering
from typing import ClassVar, Protocol, runtime_checkable


class StockError(Exception):
    """Base of all that goes wrong here."""


class OutOfStock(StockError, LookupError):
    def __init__(self, item, wanted):
        super().__init__(item, wanted)
        self.item, self.wanted = item, wanted

    def __str__(self):
        return f'only {self.item.count} of {self.item.name}, {self.wanted} wanted'


class Kind(Enum):
    FOOD = auto()
    TOOL = auto()
    MISC = auto()


@runtime_checkable
class Perishable(Protocol):
    days: int

    def age(self, days: int) -> bool: ...


@total_ordering
class Item(abc.ABC):
    kind: ClassVar[Kind]
    registry: ClassVar[dict[str, type[Item]]] = {}
    _numbers = itertools.count(100)

    def __init_subclass__(cls, kind=Kind.MISC, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        Item.registry[cls.__name__.lower()] = cls

    def __init__(self, name: str, price: int, count: int = 0):
        self.number = next(Item._numbers)
        self.name, self.price, self.count = name, price, count

    @property
    def price(self):
        return self._price

    @price.setter
    def price(self, value):
        if not isinstance(value, int) or value <= 0:
            raise StockError(f'bad price {value!r}')
        self._price = value

    @abc.abstractmethod
    def describe(self) -> str:
        return f'{self.name} ({self.kind.name.lower()})'

    def __eq__(self, other):
        return (self.kind.value, self.name) == (other.kind.value, other.name) if isinstance(other, Item) else NotImplemented

    def __lt__(self, other):
        return (self.kind.value, self.name) < (other.kind.value, other.name) if isinstance(other, Item) else NotImplemented

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f'<{type(self).__name__} {self.number} {self.name}>'


class Food(Item, kind=Kind.FOOD):
    def __init__(self, *args, days: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.days = days

    def age(self, days):
        self.days -= days
        return self.days < 0

    def describe(self):
        return f'{super().describe()}, {self.days} days'


class Tool(Item, kind=Kind.TOOL):
    def describe(self):
        return super().describe() + ', lasts'


class Bundle(Item):
    def __init__(self, name, *parts: Item):
        self.parts = parts
        super().__init__(name, sum(part.price for part in parts) * 9 // 10)

    count = property(lambda self: min((part.count for part in self.parts), default=0), lambda self, value: None)

    def describe(self):
        return f'{super().describe()} of ' + ' + '.join(part.name for part in self.parts)

    def __iter__(self):
        return iter(self.parts)


class Shop:
    def __init__(self, *items):
        self.items = {item.name: item for item in items}
        self.cash, self.ledger = 0, deque(maxlen=6)
        self.sold = Counter()

    def __getitem__(self, name):
        try:
            return self.items[name]
        except KeyError:
            near = [one for one in self.items if one[0] == name[:1]]
            raise StockError(f'no {name}' + (f', perhaps {near[0]}' if near else '')) from None

    @contextmanager
    def order(self):
        saved = self.cash, {name: item.count for name, item in self.items.items()}, self.sold.copy()
        try:
            yield self
        except StockError as error:
            self.cash, counts, self.sold = saved
            for name, count in counts.items():
                self.items[name].count = count
            self.ledger.append(f'undone: {error}')
            raise
        else:
            self.ledger.append(f'cash {self.cash}')

    def sell(self, name, count=1):
        item = self[name]
        if item.count < count:
            raise OutOfStock(item, count)
        for part in getattr(item, 'parts', (item,)):
            part.count -= count
        self.cash += item.price * count
        self.sold[name] += count

    def tick(self, days):
        return [item.name for item in self.items.values() if isinstance(item, Perishable) and item.age(days)]

    def report(self):
        groups = defaultdict(list)
        for item in sorted(self.items.values()):
            groups[item.kind].append(item)
        for kind, items in groups.items():
            print(f'{kind.name:-<30}')
            for item in items:
                print(f'{item.number:>4} {item.describe():.<34}{item.count:>4}{item.price / 100:>8.2f}')


bread, jam, saw = Food('bread', 250, 10, days=3), Food('jam', 399, 5, days=90), Tool('saw', 1999, 1)
shop = Shop(bread, jam, saw, Bundle('breakfast', bread, jam), Bundle('nothing else', saw))
with shop.order():
    shop.sell('bread', 2)
    shop.sell('breakfast', 2)
for basket in ({'saw': 1, 'jam': 9}, {'sawdust': 1}, {'bread': 1, 'breakfast': 3}, {'x': 1}):
    try:
        with shop.order():
            for name, count in basket.items():
                shop.sell(name, count)
    except OutOfStock as error:
        print(type(error).__name__, error, error.item, isinstance(error, LookupError))
    except StockError as error:
        print(type(error).__name__, error, error.__suppress_context__)
shop.report()
print(shop.tick(2), shop.tick(2), [*shop.ledger], shop.cash, shop.sold.most_common())
print(Item.registry.keys(), sorted([saw, jam, bread]), bread < saw <= saw, isinstance(saw, Perishable), isinstance(jam, Perishable), [*shop['breakfast']])
for wrong in (lambda: Item('a', 1), lambda: Food('b', 0, days=1), lambda: Food('c', 1), lambda: Tool('d', 'x'), lambda: bread < 5, lambda: setattr(saw, 'price', -1), lambda: type('Half', (Item,), {})('e', 1)):
    try:
        print(wrong())
    except (StockError, TypeError) as error:
        print(type(error).__name__, error)

"""Accounts by events: frozen dataclasses, dispatch on type, snapshots, validation groups, replay and undo."""
from collections import defaultdict
from dataclasses import asdict, dataclass, field, fields, replace
from functools import singledispatchmethod
from itertools import accumulate, count, pairwise
from operator import attrgetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    number: int = field(default_factory=count(1).__next__)
    account: str

    def __post_init__(self):
        problems = [problem for one in fields(self) if (problem := self.wrong(one.name, getattr(self, one.name)))]
        if problems:
            raise ExceptionGroup(f'bad {type(self).__name__}', problems)

    @staticmethod
    def wrong(name, value):
        match name, value:
            case 'account' | 'target', str(text) if text.isidentifier():
                return None
            case 'amount', int(n) if n > 0 and not isinstance(n, bool):
                return None
            case 'amount', int() | float():
                return ValueError(f'amount {value!r}')
            case ('number' | 'name'), _:
                return None
        return TypeError(f'{name} {value!r}')


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    name: str = 'nobody'


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Event):
    amount: int


class Paid(Moved):
    __slots__ = ()


class Drawn(Moved):
    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Moved):
    target: str


class Overdrawn(Exception):
    def __init__(self, account, missing):
        super().__init__(f'{account} lacks {missing}')
        self.missing = missing


class Bank:
    def __init__(self, limit=0):
        self.events, self.limit = [], limit
        self.balances, self.names = defaultdict(int), {}

    def apply(self, event):
        before = dict(self.balances)
        try:
            self.handle(event)
        except Exception as error:
            self.balances.clear()
            self.balances.update(before)
            error.add_note(f'event {event.number}: {type(event).__name__}')
            raise
        self.events.append(event)
        return self

    __lshift__ = apply

    @singledispatchmethod
    def handle(self, event):
        raise NotImplementedError(type(event).__name__)

    @handle.register
    def _(self, event: Opened):
        if event.account in self.names:
            raise KeyError(event.account)
        self.names[event.account] = event.name

    @handle.register
    def _(self, event: Paid):
        self.change(event.account, event.amount)

    @handle.register(Drawn)
    @handle.register(Sent)
    def _(self, event):
        if target := getattr(event, 'target', None):
            self.change(target, event.amount)
        self.change(event.account, -event.amount)

    def change(self, account, amount):
        if account not in self.names:
            raise LookupError(f'no account {account}')
        self.balances[account] += amount
        if self.balances[account] < -self.limit:
            raise Overdrawn(account, -self.limit - self.balances[account])

    def replay(self, until=None):
        return sum((new for new in [type(self)(self.limit)]), start=Replayed()).run(self.events[:until])

    def history(self, account):
        signs = {Paid: 1, Drawn: -1, Sent: -1}
        changes = [signs.get(type(event), 0) * getattr(event, 'amount', 0) if event.account == account else event.amount
                   for event in self.events if account in (event.account, getattr(event, 'target', None))]
        return list(accumulate(changes))


class Replayed:
    def __add__(self, bank):
        self.bank = bank
        return self

    def run(self, events):
        for event in events:
            self.bank << event
        return self.bank


bank = Bank(limit=50)
bank << Opened(account='ann', name='Ann') << Opened(account='bob') << Paid(account='ann', amount=100) << Sent(account='ann', amount=120, target='bob') << Drawn(account='bob', amount=30)
print(dict(bank.balances), bank.names, [event.number for event in bank.events])
for event in (Drawn(account='ann', amount=31), Sent(account='bob', amount=1, target='eve'), Opened(account='bob'), Moved(account='ann', amount=1), Sent(account='bob', amount=500, target='ann')):
    try:
        bank << event
    except (LookupError, Overdrawn, NotImplementedError) as error:
        print(type(error).__name__, error, error.__notes__, getattr(error, 'missing', ''), dict(bank.balances))
for make in (lambda: Paid(account='x y', amount=-1), lambda: Sent(account='a', amount='1', target=None), lambda: Paid(account='a', amount=True), lambda: Paid(account='a'), lambda: Paid('a', 1), lambda: replace(bank.events[2], amount=0)):
    try:
        print(make())
    except* ValueError as group:
        print('values', [str(error) for error in group.exceptions], group.message)
    except* TypeError as group:
        print('types', group.message if isinstance(group, ExceptionGroup) else group, [str(error) for error in group.exceptions])
print(bank.replay().balances == bank.balances, dict(bank.replay(3).balances), bank.history('ann'), bank.history('bob'), [b.number - a.number for a, b in pairwise(bank.events)])
event = bank.events[3]
print(event, asdict(event), event == replace(event), hash(event) == hash(replace(event)), sorted(bank.events, key=attrgetter('account', 'number'))[-1].number)
for attribute in 'amount', 'new':
    try:
        setattr(event, attribute, 1)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)

"""Numbers the loop works by."""

# A loop drops the cancelled timers once there are this many, and this part of all is.
MIN_CANCELLED_TIMERS = 100
MAX_CANCELLED_PART = 0.5

# What waits longer than this is woken once in between.
MAXIMUM_WAIT = 24 * 3600

# How much of a task's stack is kept in debug mode.
DEBUG_STACK_DEPTH = 10

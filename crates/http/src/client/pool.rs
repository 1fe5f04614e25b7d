//! Idle connections, by origin: the most recently used one is taken first, because it is the
//! least likely to have been closed by the server; the oldest is dropped when there are too many.

use alloc::collections::VecDeque;

use super::ConnectionId;
use crate::limits::Limits;
use crate::proto::Origin;

/// The idle connections, oldest first. At most [`Limits::idle_total`], so lists suffice.
#[derive(Default)]
pub(super) struct Pool(VecDeque<(Origin, ConnectionId)>);

impl Pool {
    /// Takes a connection to `origin`.
    pub(super) fn take(&mut self, origin: &Origin) -> Option<ConnectionId> {
        let at = self.0.iter().rposition(|(key, _)| key == origin)?;
        self.0.remove(at).map(|(_, id)| id)
    }

    /// Adds a connection; gives back one that has to go, which may be the same.
    pub(super) fn put(
        &mut self,
        origin: Origin,
        id: ConnectionId,
        limits: &Limits,
    ) -> Option<ConnectionId> {
        let of_origin = self.0.iter().filter(|(key, _)| *key == origin).count();
        self.0.push_back((origin.clone(), id));
        let surplus = if of_origin >= limits.idle_per_origin {
            self.0.iter().position(|(key, _)| *key == origin)
        } else if self.0.len() > limits.idle_total {
            Some(0)
        } else {
            None
        };
        surplus.and_then(|at| self.0.remove(at)).map(|(_, id)| id)
    }

    /// Forgets a connection, if it is here.
    pub(super) fn remove(&mut self, id: ConnectionId) {
        self.0.retain(|(_, other)| *other != id);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::Url;

    #[test]
    fn newest_first_and_never_too_many() {
        let origin = |text| Url::parse(text).unwrap().origin().clone();
        let (a, b) = (origin("http://a"), origin("http://b"));
        let limits = Limits {
            idle_per_origin: 2,
            idle_total: 3,
            ..Limits::DEFAULT
        };
        let mut pool = Pool::default();
        let id = ConnectionId;
        assert_eq!(pool.put(a.clone(), id(1), &limits), None);
        assert_eq!(pool.put(a.clone(), id(2), &limits), None);
        assert_eq!(pool.put(a.clone(), id(3), &limits), Some(id(1)));
        assert_eq!(pool.put(b.clone(), id(4), &limits), None);
        assert_eq!(pool.put(b.clone(), id(5), &limits), Some(id(2)));
        assert_eq!(pool.take(&a), Some(id(3)));
        assert_eq!(pool.take(&a), None);
        pool.remove(id(5));
        assert_eq!(pool.take(&b), Some(id(4)));
        let none = Limits {
            idle_per_origin: 0,
            ..limits
        };
        assert_eq!(pool.put(a, id(6), &none), Some(id(6)));
        assert_eq!(pool.len(), 0);
    }
}

//! The operators of the language, for authors of natives: on values of every type, as
//! the instructions of a script have them.

use super::{Context, Local, Res};
use crate::builtins::protocol::{self, BinOp, Cmp, UnOp};

impl<'f> Context<'f> {
    /// `a op b`.
    ///
    /// # Errors
    /// As the operator.
    pub fn operate(&mut self, op: BinOp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        protocol::binary(self, op, a, b, false)
    }

    /// What `a op= b` assigns.
    ///
    /// # Errors
    /// As the operator.
    pub fn operate_in_place(&mut self, op: BinOp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        protocol::binary(self, op, a, b, true)
    }

    /// `-a`, `+a` or `~a`.
    ///
    /// # Errors
    /// As the operator.
    pub fn operate_on(&mut self, op: UnOp, a: Local<'f>) -> Res<'f> {
        protocol::unary(self, op, a)
    }

    /// `abs(a)`.
    ///
    /// # Errors
    /// TypeError where it has none, and what `__abs__` raises.
    pub fn absolute(&mut self, a: Local<'f>) -> Res<'f> {
        protocol::absolute(self, a)
    }

    /// `a op b` of a comparison, which may be any object.
    ///
    /// # Errors
    /// As the operator.
    pub fn compare(&mut self, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        protocol::compare(self, op, a, b)
    }

    /// `container[key] = value`.
    ///
    /// # Errors
    /// As the assignment.
    pub fn set_item(
        &mut self,
        container: Local<'f>,
        key: Local<'f>,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        protocol::set_item(self, container, key, value)
    }

    /// `del container[key]`.
    ///
    /// # Errors
    /// As the statement.
    pub fn del_item(&mut self, container: Local<'f>, key: Local<'f>) -> Res<'f, ()> {
        protocol::del_item(self, container, key)
    }

    /// `item in container`.
    ///
    /// # Errors
    /// As the operator.
    pub fn contains(&mut self, container: Local<'f>, item: Local<'f>) -> Res<'f, bool> {
        protocol::contains(self, container, item)
    }

    /// `len(value)`.
    ///
    /// # Errors
    /// TypeError where it has none, and what `__len__` raises.
    pub fn len(&mut self, value: Local<'f>) -> Res<'f, usize> {
        protocol::len(self, value)
    }

    /// `hash(value)`, as scripts see it.
    ///
    /// # Errors
    /// TypeError where it has none, and what `__hash__` raises.
    pub fn hash(&mut self, value: Local<'f>) -> Res<'f, u64> {
        protocol::hash(self, value)
    }

    /// `object.name`, by a str.
    ///
    /// # Errors
    /// AttributeError, and what a property raises.
    pub fn attribute_named(&mut self, object: Local<'f>, name: Local<'f>) -> Res<'f> {
        self.get_attr(object, name)
    }

    /// Adds one to the count that a dict has for a key, which begins at nothing.
    ///
    /// # Errors
    /// TypeError where the key has no hash or the count is no number.
    pub fn dict_count(&mut self, dict: Local<'f>, key: Local<'f>) -> Res<'f, ()> {
        let hash = protocol::hash(self, key)?;
        let one = self.int(1)?;
        let count = match self.dict_find(dict, key, hash)? {
            super::Place::At(at) => match self.dict_value(dict, at) {
                Some(count) => protocol::binary(self, BinOp::Add, count, one, false)?,
                None => one,
            },
            super::Place::Missing => one,
        };
        self.dict_set_hashed(dict, key, hash, count)
    }
}

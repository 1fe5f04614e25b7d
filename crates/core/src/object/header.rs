//! The eight bytes every heap object begins with.

use super::ClassId;

/// The layout of a heap object: one byte, compared in every fast path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// Raw bytes that belong to another object (string data, index tables).
    ByteBuf,
    Int64,
    Big,
    /// A word with a tag in the header's `aux`: Joy's characters, sets and words.
    Tagged,
    /// A `bytes`.
    Bytes,
    /// From here on objects may have children to visit.
    Str,
    Tuple,
    List,
    /// Words that belong to a list.
    Words,
    Dict,
    DictBuf,
    Range,
    Slice,
    Function,
    Code,
    Method,
    Native,
    Cell,
    Generator,
    Type,
    Shape,
    Instance,
    /// An instance of a script's class that derives from a built-in type: an
    /// [`Instance`](Kind::Instance) with a value of that type behind its slots.
    Derived,
    Exception,
    Module,
    Iter,
    DictView,
    Property,
    ClassMethod,
    StaticMethod,
    Super,
    /// Data of Rust that belongs to an instance of a native class.
    User,
    Singleton,
    /// One node of an immutable list: Joy's quotations.
    Cons,
    WeakRef,
    /// A set or frozenset: a dict's table and a hash.
    Set,
    ByteArray,
    MemoryView,
    /// A few words of a built-in type whose behaviour is all in its methods: complex
    /// numbers, unions and aliases of types, descriptors of slots.
    Record,
}

impl Kind {
    /// Whether special methods may be the work of a script or of an extension.
    #[inline]
    pub(crate) fn has_specials(self) -> bool {
        matches!(
            self,
            Kind::Instance
                | Kind::Derived
                | Kind::User
                | Kind::Exception
                | Kind::Type
                | Kind::Module
                | Kind::Record
                | Kind::WeakRef
        )
    }

    /// Whether the object has a shape and slots.
    #[inline]
    pub(crate) fn has_shape(self) -> bool {
        matches!(self, Kind::Instance | Kind::Derived)
    }
}

/// Kind, flags and class of an object.
#[derive(Debug, Clone, Copy)]
#[repr(C, align(8))]
pub(crate) struct Header {
    pub(crate) kind: Kind,
    pub(crate) flags: u8,
    /// Free for the layout: slot counts, sub-kinds, states.
    pub(crate) aux: u16,
    /// The type, or for instances the shape (which knows its type).
    pub(crate) class: ClassId,
}

impl Header {
    /// Has an allocation of its own.
    pub(crate) const BIG: u8 = 1;
    /// Came into being with the VM and was not written to since: never marked, never freed.
    pub(crate) const KEPT: u8 = 2;
    /// In the barrier's list.
    pub(crate) const REMEMBERED: u8 = 4;
    /// Script code runs when it has died.
    pub(crate) const WATCHED: u8 = 8;
    /// Strings: every byte is ASCII.
    pub(crate) const ASCII: u8 = 0x10;
    /// Strings: the bytes lie in a shared buffer.
    pub(crate) const VIEW: u8 = 0x20;
    /// Strings: in the VM's table of names, comparable by address.
    pub(crate) const INTERNED: u8 = 0x40;
    /// Strings: holds lone surrogates.
    pub(crate) const SURROGATES: u8 = 0x80;

    #[inline]
    pub(crate) const fn new(kind: Kind, class: ClassId) -> Header {
        Header {
            kind,
            flags: 0,
            aux: 0,
            class,
        }
    }

    #[inline]
    pub(crate) const fn with_flags(kind: Kind, class: ClassId, flags: u8) -> Header {
        Header {
            kind,
            flags,
            aux: 0,
            class,
        }
    }

    /// Whether the collector has to look into the object; most strings are all bytes.
    #[inline]
    pub(crate) fn has_children(&self) -> bool {
        self.kind as u8 > Kind::Str as u8
            || self.kind == Kind::Str
                && self.flags & (Header::VIEW | Header::ASCII) != Header::ASCII
    }
}

const _: () = assert!(size_of::<Header>() == 8);

package dev.ingot.storage.server;

/** What may happen to a request on its way. */
public enum Fault {
    /** The server never sees it, and the reply says that nobody serves it now. */
    UNAVAILABLE,
    /** The server never sees it, and the reply asks for fewer requests. */
    SLOW_DOWN,
    /** The connection is reset before the server sees anything. */
    RESET,
    /** The server has carried it out, and nothing comes back until the client gives up. */
    STALL,
    /** The server has carried it out, and half of its reply comes back. */
    TRUNCATED,
    /** The server has carried it out, and the connection is closed without a reply. */
    DROPPED_REPLY
}

package dev.connexions.web.shared;

import java.util.Optional;

/** Authenticated encryption under a key of the service. */
public interface Seal {

    /** @param associated what the sealed bytes are bound to; needed again to open them, not contained in them */
    byte[] seal(byte[] plain, byte[] associated);

    /** Empty when it is not ours, was altered, or was bound to something else; never an exception. */
    Optional<byte[]> open(byte[] sealed, byte[] associated);
}

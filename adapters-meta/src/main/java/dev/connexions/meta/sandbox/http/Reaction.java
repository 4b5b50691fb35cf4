package dev.connexions.meta.sandbox.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens on the wire once a call was dealt with. */
public sealed interface Reaction {

    record Send(Answer answer) implements Reaction {}

    /** The whole answer, late. */
    record SendLate(Answer answer, Duration delay) implements Reaction {}

    /** A file, after a while: some bytes, and then so many zeros. */
    record SendFile(int status, String contentType, Body head, long padding, Duration delay) implements Reaction {}

    /** Byte by byte. */
    record Drip(Answer answer, Duration perByte) implements Reaction {}

    /**
     * The connection ends without a word.
     *
     * @param unheard what would have been said; absent when nothing was done
     */
    record Cut(@Nullable Answer unheard) implements Reaction {}

    /** The connection breaks (TCP RST). */
    record Reset() implements Reaction {}
}

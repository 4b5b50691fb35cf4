package dev.connexions.domain.publication;

/** The still picture that stands for a reel. */
public sealed interface Cover {

    record Picture(MediaUrl image) implements Cover {}

    /** @param offsetMillis from the reel's start; Meta refuses one at its end or behind it */
    record Frame(int offsetMillis) implements Cover {

        public Frame {
            if (offsetMillis < 0) {
                throw new IllegalArgumentException("a frame's offset is 0 milliseconds or more");
            }
        }
    }
}

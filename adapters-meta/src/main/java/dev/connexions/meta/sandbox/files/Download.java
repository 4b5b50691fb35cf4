package dev.connexions.meta.sandbox.files;

import dev.connexions.meta.sandbox.http.Body;
import java.util.Optional;

/** What came of fetching what somebody gave the address of. */
public sealed interface Download {

    /**
     * @param head the beginning; enough to tell what it is
     * @param size of the whole, counted no further than Meta takes
     */
    record Fetched(Body head, long size) implements Download {

        public Optional<StoredFile.Picture> picture() {
            return Pictures.look(head.bytes());
        }

        public Optional<StoredFile.Film> film() {
            return FilmReader.look(head.bytes());
        }
    }

    record Unreachable() implements Download {}

    record TooSlow() implements Download {}
}

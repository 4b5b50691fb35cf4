package dev.connexions.db.schema;

import java.util.List;
import java.util.UUID;

/**
 * Rows of the platform's table that are not what one would expect. They are served as what they are; somebody may want to
 * mend them.
 *
 * @param what is odd about them
 * @param mend what is done about it, by whom
 * @param examples a few of their ids
 */
public record RowNote(String what, String mend, long rows, List<UUID> examples) {}

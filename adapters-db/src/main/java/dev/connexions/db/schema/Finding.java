package dev.connexions.db.schema;

/**
 * Something that makes it unsafe to serve.
 *
 * @param what is wrong, and of what
 * @param mend what a database administrator does about it
 */
public record Finding(String what, String mend) {}

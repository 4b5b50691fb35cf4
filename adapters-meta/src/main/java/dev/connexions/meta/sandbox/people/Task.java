package dev.connexions.meta.sandbox.people;

/** What somebody may do with a page (dossier 2.1). */
public enum Task {
    ANALYZE,
    ADVERTISE,
    MODERATE,
    CREATE_CONTENT,
    MANAGE
}

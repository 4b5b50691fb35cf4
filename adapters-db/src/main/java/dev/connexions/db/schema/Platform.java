package dev.connexions.db.schema;

/** Where the users, the organisations and the two functions of the policies come from. */
public enum Platform {
    /** The database has none: the migrations make the least that is needed. */
    BUNDLED,
    /** The database has them already: the migrations touch none of them. */
    EXISTING
}

package dev.connexions.db.shared;

/**
 * Where the service finds its database.
 *
 * @param url a JDBC URL
 * @param login of the role that serves, never the owner's
 * @param poolSize connections at most; more than 4 times the database's cores only cost
 */
public record DatabaseSettings(String url, Login login, int poolSize) {

    public static final int DEFAULT_POOL_SIZE = 8;
}

package dev.connexions.db.shared;

/** Who logs in to the database. Prints without its password. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user + "/***";
    }
}

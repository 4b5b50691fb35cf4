package dev.connexions.meta.sandbox.people;

/**
 * What Meta or the owner did to an account or a person (dossier 7.2).
 *
 * @param before tokens issued before this number are dead of it; some stop newer ones too
 */
public record Trouble(Kind kind, long before) {

    public enum Kind {
        REVOKED(458),
        CHECKPOINTED(459),
        PASSWORD_CHANGED(460),
        UNCONFIRMED(464),
        LOGGED_OUT(467);

        private final int subcode;

        Kind(int subcode) {
            this.subcode = subcode;
        }

        public int subcode() {
            return subcode;
        }
    }

    public boolean stops(long tokenNumber) {
        return kind == Kind.CHECKPOINTED || kind == Kind.UNCONFIRMED || tokenNumber < before;
    }
}

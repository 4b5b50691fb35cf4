package dev.connexions.web.identity;

/** Why a credential does not count. */
final class Rejected extends Exception {

    enum Why {
        AMBIGUOUS("Send one Authorization header."),
        NOT_BEARER("Send Authorization: Bearer and one token."),
        MALFORMED("The token is not a signed JWT."),
        UNSIGNED("The token is not signed as configured."),
        CLAIMS("The token lacks a claim, or one of them is not what it should be."),
        EXPIRED("The token has expired."),
        EARLY("The token is not valid yet."),
        ISSUER("The token is from another issuer."),
        AUDIENCE("The token is for another audience."),
        PURPOSE("The token is not an access token.");

        private final String detail;

        Why(String detail) {
            this.detail = detail;
        }

        String detail() {
            return detail;
        }

        /** Whether nothing shows that the platform ever had a hand in it. */
        boolean isForged() {
            return this == AMBIGUOUS || this == NOT_BEARER || this == MALFORMED || this == UNSIGNED;
        }
    }

    private final Why why;

    Rejected(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}

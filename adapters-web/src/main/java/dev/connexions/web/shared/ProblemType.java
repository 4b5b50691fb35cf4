package dev.connexions.web.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be answered instead of a success. The slugs are public. */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request is malformed",
            "What was sent breaks the syntax of HTTP, of JSON or of a parameter. Nothing was done. Mend what `errors`"
                    + " lists and send it again; sending the same again cannot help."),
    UNKNOWN_PARAMETER(
            400,
            "A query parameter is unknown",
            "The operation does not have this parameter. It is refused instead of ignored, so that a misspelt filter"
                    + " does not quietly list everything."),
    UNKNOWN_MEMBER(
            400,
            "A member of the body is unknown",
            "The operation does not have this member, or it is not the caller's to set. It is refused instead of"
                    + " ignored, so that nobody believes something was stored that was not."),
    INVALID_CURSOR(
            400,
            "The cursor is not valid",
            "A cursor is used as it was handed out, with the same other parameters, by the same organisation. Begin"
                    + " again without one."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "The idempotency key is not valid",
            "`Idempotency-Key` is sent once, and is 1 to 255 visible ASCII characters: in double quotes, or bare and"
                    + " then without quotes and commas. A new random UUID for each thing that is wanted is best."),
    OAUTH_STATE_INVALID(
            400,
            "This is not the answer to a consent that waits",
            "The consent was not begun in this browser, was answered already, or was begun more than ten minutes ago."
                    + " Nothing was changed. Open the link again and press its button."),
    UNAUTHENTICATED(
            401,
            "No credential that counts",
            "Send `Authorization: Bearer` with one token of the platform. A token that was sent and did not count has"
                    + " expired, is not signed as configured, or is not an access token."),
    NO_ORGANISATION(
            403,
            "No organisation is known for this user",
            "The credential is good, but the platform's database knows no organisation for its user."),
    INSUFFICIENT_PERMISSION(
            403,
            "The credential lacks a permission",
            "The operation needs a permission that the credential does not have; the API's document names it."),
    NOT_FOUND(
            404,
            "There is no such thing",
            "It does not exist, no longer exists, or belongs to another organisation; the answer is the same on"
                + " purpose. A path has one spelling: lowercase UUIDs, no trailing slash, nothing percent-encoded."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "`Allow` lists the methods that are."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted media types can be had",
            "`Accept` excludes everything that the operation can answer. Allow `application/json`, or send no"
                    + " `Accept`."),
    KEY_ALREADY_USED(
            409,
            "The key is already used",
            "Another connexion of the organisation has this key. Choose another one, or leave it out to have one"
                    + " made."),
    ILLEGAL_TRANSITION(
            409,
            "It is too late for that",
            "What was asked for does not fit the state that the thing is in now. A link to consent ends when it brought"
                    + " something, when a newer one took its place, and after 24 hours. A reservation is spent or given"
                    + " back once, and lapses at the end of its lease."),
    ALREADY_LINKED(
            409,
            "Another connexion holds the account",
            "An account is connected once in an organisation. Use the connexion that holds it, or erase that one"
                    + " first."),
    RECONNECT_REQUIRED(
            409,
            "The account has to be connected anew",
            "There is no token that works; `reason` says why. Open an authorization session and have the account's"
                    + " owner consent."),
    TOO_EARLY_TO_REFRESH(
            409,
            "The token is too young to be renewed",
            "Meta renews no token that is less than a day old. `Retry-After` says in how many seconds it is; nothing"
                    + " has to be done, since the service renews tokens by itself."),
    IDEMPOTENCY_IN_PROGRESS(
            409,
            "The same request is being served",
            "A request under this `Idempotency-Key` has not been answered yet. Send it again, under the same key, after"
                    + " `Retry-After` seconds."),
    CONFLICT(
            409,
            "It was changed at the same moment, or was done before",
            "Without a `reason` somebody else changed it at the same moment and nothing was written: read it again and"
                + " decide anew; trying again is safe. The reason `already_done` says that the request under this"
                + " `Idempotency-Key` took effect, but its answer was lost; `answer_not_kept`, that it was answered,"
                + " but that the answer is not shown twice. Both did nothing now: read what there is, and use a new"
                + " key to have it done once more."),
    PRECONDITION_FAILED(
            412,
            "It is not what the request expects",
            "`If-Match` names no entity tag that the thing has now: somebody changed it since it was read. Nothing was"
                    + " written. Read it again and decide anew."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "A body has at most 1 MiB."),
    URI_TOO_LONG(414, "The address is too long", "A request target has at most 4096 characters."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's media type is not supported",
            "A body is `application/json` in UTF-8, or `application/merge-patch+json` to `PATCH`, and says so in"
                    + " `Content-Type`; `Accept-Patch` names what a `PATCH` takes. It is sent as it is: one with a"
                    + " `Content-Encoding` is not read."),
    VALIDATION_FAILED(
            422,
            "Something in the request has no valid value",
            "The form is right, a value is not. `errors` lists every fault, each with its place."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key stands for another request",
            "In the last 24 hours the organisation used this `Idempotency-Key` for a request with another body, path,"
                    + " query or user. Nothing was done. Use a new key for each thing that is wanted."),
    RETURN_URL_NOT_ALLOWED(
            422,
            "The return address is not allowed",
            "`returnUrl` has to continue one of the configured addresses: same scheme, host and port, and its path by"
                    + " whole segments."),
    RATE_LIMITED(
            429,
            "Too much at once",
            "Wait as long as `Retry-After` says, in seconds. A client that presents more than 100 tokens a minute that"
                    + " nobody signed is answered this instead of 401; a good token passes all the same."),
    HEADERS_TOO_LARGE(
            431,
            "The header fields are too large",
            "A request has at most 100 header fields, of at most 16 KiB together."),
    INTERNAL(500, "Something went wrong on our side", "The log has more under the `requestId` of the answer."),
    UPSTREAM_FAILED(
            502,
            "Meta refused, or is out of order",
            "The connexion is as it was; `reason` says what Meta answered. When Meta refuses the token again and"
                    + " again, have the account's owner consent anew."),
    UPSTREAM_INVALID(
            502,
            "Meta's answer cannot be trusted",
            "An answer came that is not what Meta documents, and nothing of it was used. The connexion is as it was."),
    UPSTREAM_THROTTLED(503, "Meta asks to wait", "The connexion is as it was. Try again after `Retry-After` seconds."),
    UPSTREAM_TIMEOUT(
            504,
            "Meta did not answer in time",
            "The connexion is as it was, and its token works as before. Trying again is safe."),
    DATABASE_UNAVAILABLE(
            503,
            "The database cannot be reached",
            "Nothing is known to have been done. Try again after `Retry-After` seconds."),
    IDENTITY_UNAVAILABLE(
            503,
            "Credentials cannot be checked",
            "The keys that the platform signs with cannot be had at the moment. Try again after `Retry-After`"
                    + " seconds."),
    QUOTA_EXCEEDED(
            429,
            "The day's quota has no room for that",
            "The connexion's daily limit is held or spent. Units come back when a hold is released or its lease ends,"
                    + " and all of them when the day is over; `Retry-After` says when to try again at the earliest, in"
                    + " seconds.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do; code stands between back-ticks. */
    public String explanation() {
        return explanation;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}

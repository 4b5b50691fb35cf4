package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.Failure;

/** Why a consent brought nothing, in our own words; what Meta says is never passed on. */
final class FailureText {

    private FailureText() {}

    static String of(Failure failure) {
        return switch (failure) {
            case DENIED -> "The person did not agree.";
            case NO_PROFESSIONAL_ACCOUNT ->
                "The consent shows no professional account that could be connected. Switch the account to a business"
                        + " or creator one in the Instagram app, or tick its Page, then try again.";
            case WRONG_ACCOUNT -> "This is another account than the one that was connected before.";
            case ALREADY_LINKED -> "This account is already connected elsewhere in the organisation.";
            case PERMISSION_MISSING -> "A permission without which the account cannot be used was not given.";
            case CONSENT_WITHDRAWN -> "The consent was withdrawn before it could be used; it has to be given again.";
            case CODE_REJECTED -> "Meta did not accept its own answer; the consent has to be given again.";
            case UPSTREAM_UNAVAILABLE -> "Meta could not be reached, or gave no answer to rely on.";
        };
    }
}

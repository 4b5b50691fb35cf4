package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.Failure;

/** Why a consent brought nothing, in our own words; what Meta says is never passed on. */
final class FailureText {

    private FailureText() {}

    static String of(Failure failure) {
        return switch (failure) {
            case DENIED -> "The person did not agree.";
            case NO_PROFESSIONAL_ACCOUNT ->
                "The account is not a professional one. Switch it to a business or creator account in the Instagram"
                        + " app, then try again.";
            case WRONG_ACCOUNT -> "This is another account than the one that was connected before.";
            case ALREADY_LINKED -> "This account is already connected elsewhere in the organisation.";
            case PERMISSION_MISSING -> "The permission to see the profile was not given.";
            case CODE_REJECTED -> "Meta did not accept its own answer; the consent has to be given again.";
            case UPSTREAM_UNAVAILABLE -> "Meta could not be reached, or gave no answer to rely on.";
        };
    }
}

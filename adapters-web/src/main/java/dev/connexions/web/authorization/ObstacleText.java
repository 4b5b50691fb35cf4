package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.Obstacle;

/** Why an account cannot be connected, and what its owner can do about it. */
final class ObstacleText {

    private ObstacleText() {}

    static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case PERSONAL ->
                "This is a personal account. Switch it to a business or creator account in the Instagram app.";
            case NOT_LINKED -> "No Instagram professional account is linked to this Page.";
            case PAGE_NOT_GRANTED -> "Its Page was left out of the consent, or you have no part in it.";
            case TASK_MISSING -> "Your role on its Page does not let you publish. Ask somebody who manages the Page.";
            case SCOPE_MISSING -> "A permission that it takes was not given for this account.";
            case ALREADY_LINKED -> "This account is already connected elsewhere in the organisation.";
        };
    }
}

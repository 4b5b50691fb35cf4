package dev.connexions.meta.sandbox.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.regex.Pattern;

/** Who and what is marked in a picture. */
final class Tags {

    private static final int MOST_PEOPLE = 20;
    private static final int MOST_COLLABORATORS = 3;
    private static final int MOST_PRODUCTS = 5;
    private static final int MOST_SPONSORS = 2;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private Tags() {}

    static void check(Asked asked, Kind kind, boolean facebookLogin) {
        people(asked, kind);
        asked.refuse("collaborators", kind.isItem() || kind.isStory());
        if (asked.list("collaborators").size() > MOST_COLLABORATORS) {
            throw Refusal.invalid("(#100) Param collaborators takes 3 at most").thrown();
        }
        asked.refuse("product_tags", !facebookLogin);
        products(asked, kind);
        asked.refuse("branded_content_sponsor_ids", !facebookLogin);
        if (asked.list("branded_content_sponsor_ids").size() > MOST_SPONSORS) {
            throw Refusal.invalid("(#100) Param branded_content_sponsor_ids takes 2 at most")
                    .thrown();
        }
    }

    /** Where in a picture; a film has no places, and a story may go without. */
    private static void people(Asked asked, Kind kind) {
        var tags = asked.array("user_tags");
        if (tags.size() > MOST_PEOPLE) {
            throw Refusals.tooManyTags().thrown();
        }
        for (var tag : tags) {
            var placed = tag.has("x") || tag.has("y");
            var film = kind == Kind.REEL || kind == Kind.ITEM_VIDEO || kind == Kind.VIDEO;
            if (tag.path("username").asText().isEmpty()
                    || (film && placed)
                    || (!film && !kind.isStory() && !isPlaced(tag))
                    || (placed && !isPlaced(tag))) {
                throw Refusal.invalid("(#100) Param user_tags must name users, with x and y from 0 to 1 on images")
                        .thrown();
            }
        }
    }

    private static void products(Asked asked, Kind kind) {
        var tags = asked.array("product_tags");
        if (tags.size() > MOST_PRODUCTS) {
            throw Refusals.tooManyTags().thrown();
        }
        for (var tag : tags) {
            if (!NUMBER.matcher(tag.path("product_id").asText()).matches()) {
                throw Refusals.invalidProduct().thrown();
            }
            if (kind.isVideo() && (tag.has("x") || tag.has("y"))) {
                throw Refusals.productTagPositionOnVideo().thrown();
            }
            if (!kind.isVideo() && !isPlaced(tag)) {
                throw Refusals.productTagWithoutPosition().thrown();
            }
        }
    }

    private static boolean isPlaced(JsonNode tag) {
        return isShare(tag.path("x")) && isShare(tag.path("y"));
    }

    private static boolean isShare(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }
}

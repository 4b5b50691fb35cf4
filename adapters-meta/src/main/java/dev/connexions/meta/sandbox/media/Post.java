package dev.connexions.meta.sandbox.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that Instagram shows, or one picture of an album.
 *
 * @param album the album whose child it is
 * @param children of an album, in order
 */
public record Post(
        String id,
        String account,
        @Nullable String album,
        MediaType type,
        ProductType product,
        Instant at,
        Content content,
        Echo echo,
        Origin origin,
        List<String> children) {

    /** How long a story is shown. */
    private static final Duration STORY = Duration.ofHours(24);

    public Post {
        children = List.copyOf(children);
    }

    /** @param mediaUrl absent when Meta withholds it, as for music it has no right to hand on */
    public record Content(
            @Nullable String caption,
            @Nullable String altText,
            @Nullable String mediaUrl,
            boolean sharedToFeed,
            boolean aiGenerated) {}

    /**
     * What people make of it.
     *
     * @param viewers absent: as many as its age and its account's followers give
     */
    public record Echo(
            int likes, boolean likesHidden, @Nullable Integer viewers, boolean commentsEnabled) {

        public static final Echo NONE_YET = new Echo(0, false, null, true);
    }

    /**
     * @param container what it was published from; absent when its owner posted it by hand
     * @param counted whether it counts towards the publishing limit
     * @param crossposted whether Facebook shows it too
     * @param beforeConversion whether the account was still personal then
     */
    public record Origin(@Nullable String container, boolean counted, boolean crossposted, boolean beforeConversion) {}

    /** Where Meta's delivery network would have it. */
    public static String addressOf(String id, boolean film) {
        return "https://scontent.sandbox.example/v/" + id + (film ? ".mp4" : ".jpg");
    }

    public boolean isStory() {
        return product == ProductType.STORY;
    }

    public boolean isChild() {
        return album != null;
    }

    /** A story is over after a day; what is over can still be read by its id. */
    public boolean isShown(Instant now) {
        return !isStory() || now.isBefore(endsAt());
    }

    /** Of a story. */
    public Instant endsAt() {
        return at.plus(STORY);
    }

    public Post withComments(boolean enabled) {
        var next = new Echo(echo.likes, echo.likesHidden, echo.viewers, enabled);
        return new Post(id, account, album, type, product, at, content, next, origin, children);
    }

    public String shortcode() {
        return Shortcode.of(id);
    }

    public String permalink() {
        var place = switch (product) {
            case FEED -> "p/";
            case REELS -> "reel/";
            case STORY -> "stories/";
        };
        return "https://www.instagram.com/" + place + shortcode() + "/";
    }
}

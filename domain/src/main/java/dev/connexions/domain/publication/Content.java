package dev.connexions.domain.publication;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one container. Each kind carries what Meta takes with it and nothing else, so what Meta would refuse
 * for its kind alone cannot be written down. Text alone is no content.
 */
public sealed interface Content {

    /** What is published for itself, unlike an {@link Item}. */
    sealed interface Post extends Content {}

    /** What is published inside a {@link Carousel} only. */
    sealed interface Item extends Content {}

    record Image(
            MediaUrl image,
            @Nullable Caption caption,
            @Nullable AltText altText,
            List<UserTag.At> tags,
            Collaborators collaborators,
            @Nullable LocationId location)
            implements Post {

        public Image {
            tags = List.copyOf(tags);
        }
    }

    /** @param shareToFeed absent leaves it to Meta */
    record Reel(
            VideoSource video,
            @Nullable Caption caption,
            @Nullable Cover cover,
            @Nullable Boolean shareToFeed,
            List<UserTag.Anywhere> tags,
            Collaborators collaborators,
            @Nullable LocationId location)
            implements Post {

        public Reel {
            tags = List.copyOf(tags);
        }
    }

    record StoryImage(MediaUrl image, List<UserTag> tags) implements Post {

        public StoryImage {
            tags = List.copyOf(tags);
        }
    }

    record StoryVideo(VideoSource video, List<UserTag> tags) implements Post {

        public StoryVideo {
            tags = List.copyOf(tags);
        }
    }

    record CarouselImage(MediaUrl image, @Nullable AltText altText, List<UserTag.At> tags) implements Item {

        public CarouselImage {
            tags = List.copyOf(tags);
        }
    }

    record CarouselVideo(VideoSource video, List<UserTag.Anywhere> tags) implements Item {

        public CarouselVideo {
            tags = List.copyOf(tags);
        }
    }

    /** @param items containers that are {@link ContainerStatus.Finished}, 2 to 10, each once, in the order they are shown */
    record Carousel(
            List<ContainerId> items,
            @Nullable Caption caption,
            Collaborators collaborators,
            @Nullable LocationId location)
            implements Post {

        private static final int FEWEST = 2;
        private static final int MOST = 10;

        public Carousel {
            items = List.copyOf(items);
            if (items.size() < FEWEST || items.size() > MOST || new HashSet<>(items).size() != items.size()) {
                throw new IllegalArgumentException("a carousel has 2 to 10 items, each once");
            }
        }
    }

    /** Whether its bytes are sent to Meta rather than fetched by it. */
    default boolean uploaded() {
        return switch (this) {
            case Reel reel -> reel.video() instanceof VideoSource.Uploaded;
            case StoryVideo story -> story.video() instanceof VideoSource.Uploaded;
            case CarouselVideo item -> item.video() instanceof VideoSource.Uploaded;
            case Image image -> false;
            case StoryImage story -> false;
            case CarouselImage item -> false;
            case Carousel carousel -> false;
        };
    }
}

package dev.connexions.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTest {

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void knowsEachType(MediaType type) {
        assertThat(MediaType.of(type.name())).contains(type);
    }

    @ParameterizedTest
    @EnumSource(MediaSurface.class)
    void knowsEachSurface(MediaSurface surface) {
        assertThat(MediaSurface.of(surface.name())).contains(surface);
    }

    @Test
    void takesNoNewNameForAnOldOne() {
        assertThat(MediaType.of("image")).isEmpty();
        assertThat(MediaType.of("HOLOGRAM")).isEmpty();
        assertThat(MediaSurface.of("")).isEmpty();
    }

    @Test
    void staysWhatItWas() {
        var children = new ArrayList<Media.Child>();
        var media = new Media(
                new MediaId("1795"), null, null, null, null, null, null, null, null, null, null, null, null, children);
        children.add(new Media.Child(new MediaId("1796"), null, null, null));
        assertThat(media.children()).isEmpty();
    }

    @Test
    void isNamedByDigits() {
        assertThatThrownBy(() -> new MediaId("1795/insights")).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.connexions.application.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class VideoFileTest {

    @Test
    void goesOnBeforeItsEnd() {
        assertThat(file(10, 0).offset()).isZero();
        assertThat(file(10, 9).offset()).isEqualTo(9);
        assertThatThrownBy(() -> file(10, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file(10, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static VideoFile file(long size, long offset) {
        return new VideoFile(size, offset, from -> InputStream.nullInputStream());
    }
}

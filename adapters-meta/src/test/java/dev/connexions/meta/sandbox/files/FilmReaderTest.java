package dev.connexions.meta.sandbox.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connexions.meta.sandbox.files.StoredFile.Film;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmReaderTest {

    private static final Film FILM = new Film(720, 1280, Duration.ofMillis(15_250), "hvc1", true);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesWhatWasShot(boolean indexFirst) {
        var film = new Film(1920, 1080, Duration.ofMinutes(14), "avc1", indexFirst);
        assertThat(FilmReader.look(Films.shoot(film))).contains(film);
    }

    @Test
    void takesNothingElseForAFilm() {
        assertThat(FilmReader.look(new byte[0])).isEmpty();
        assertThat(FilmReader.look(new byte[1000])).isEmpty();
        assertThat(FilmReader.look(Pictures.draw(new StoredFile.Picture("jpeg", 10, 10))))
                .isEmpty();
    }

    @Test
    void survivesWhatIsCutOff() {
        var whole = Films.shoot(FILM);
        for (var length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatCode(() -> FilmReader.look(part)).doesNotThrowAnyException();
        }
    }

    @Test
    void survivesWhatIsDamaged() {
        var random = new Random(42);
        for (var round = 0; round < 20_000; round++) {
            var damaged = Films.shoot(FILM);
            for (var i = 0; i < 6; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> FilmReader.look(damaged)).doesNotThrowAnyException();
        }
    }
}

package dev.connexions.meta.sandbox.world;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Times as ISO 8601 texts. */
final class TimesModule extends SimpleModule {

    TimesModule() {
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Duration.class, ToStringSerializer.instance);
        addDeserializer(Instant.class, new Parsing<>(Instant.class, Instant::parse));
        addDeserializer(Duration.class, new Parsing<>(Duration.class, Duration::parse));
    }

    private static final class Parsing<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        Parsing(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException malformed) {
                throw context.weirdStringException(parser.getText(), handledType(), "not ISO 8601");
            }
        }
    }
}

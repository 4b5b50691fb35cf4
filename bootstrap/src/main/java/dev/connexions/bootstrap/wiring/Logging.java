package dev.connexions.bootstrap.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import co.elastic.logging.logback.EcsEncoder;
import dev.connexions.bootstrap.settings.Settings.LogFormat;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One stream of log lines: everything that logs, through whatever façade, ends here. Times are UTC. */
public final class Logging {

    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{20} %msg %kvp%n%ex";

    private Logging() {}

    /** To standard output as the service's log; {@code demo} keeps that for its own words and logs to standard error. */
    public enum Stream {
        OUT("System.out"),
        ERR("System.err");

        private final String target;

        Stream(String target) {
            this.target = target;
        }
    }

    public static void configure(LogFormat format, Stream stream) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget(stream.target);
        appender.setEncoder(encoder(format, context));
        appender.start();

        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("dev.connexions").setLevel(Level.INFO);

        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** For a command whose own words say everything. */
    public static void silence() {
        configure(LogFormat.TEXT, Stream.ERR);
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger("dev.connexions")
                .setLevel(Level.OFF);
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        return switch (format) {
            case JSON -> {
                var encoder = new EcsEncoder();
                encoder.setServiceName("connexions");
                encoder.setContext(context);
                encoder.start();
                yield encoder;
            }
            case TEXT -> {
                var encoder = new PatternLayoutEncoder();
                encoder.setPattern(TEXT);
                encoder.setContext(context);
                encoder.start();
                yield encoder;
            }
        };
    }
}

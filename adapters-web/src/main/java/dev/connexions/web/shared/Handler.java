package dev.connexions.web.shared;

@FunctionalInterface
public interface Handler {

    Answer handle(Call call);
}

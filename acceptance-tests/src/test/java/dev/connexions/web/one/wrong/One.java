package dev.connexions.web.one.wrong;

import dev.connexions.web.two.wrong.Two;

public record One(Two two) {}

package dev.connexions.web.wrong;

final class WrongUtil {}

/** JavaFX shared by the faces: the door to the FX thread, type, theme, texts, and the controls everything is made of. */
package dev.callboard.parts;

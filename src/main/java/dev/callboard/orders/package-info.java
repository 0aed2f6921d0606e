/** Orders: reserved at the gate, paid, fulfilled step by step; the order row decides every race. */
package dev.callboard.orders;

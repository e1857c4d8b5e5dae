<?php
/**
 * Plugin Name: Ruimtescan
 * Description: Zet de Ruimtescan op een pagina, met de code [ruimtescan].
 * Version: 1.0.0
 * Requires at least: 6.5
 *
 * De scripts van de scan staan naast dit bestand. Niet uitgeprobeerd op een echte WordPress.
 */

defined( 'ABSPATH' ) || exit;

/**
 * Maakt het element, en laadt het script alleen op pagina's waar de code staat.
 *
 * @param array|string $given De attributen bij de code, zoals lang="en".
 * @return string
 */
function ruimtescan_shortcode( $given ) {
	$script = __DIR__ . '/ruimtescan.js';
	if ( ! is_readable( $script ) ) {
		return '<p>De scan werkt hier niet. Twijfel je over veiligheid thuis? Bel Veilig Thuis: 0800-2000. Is er nu gevaar? Bel 112. Voor de beheerder: het bestand ruimtescan.js ontbreekt in de map van de plug-in.</p>';
	}

	// Het tijdstip in het adres: na een nieuwe versie gebruikt geen browser het oude bestand nog.
	wp_enqueue_script_module(
		'ruimtescan',
		plugins_url( 'ruimtescan.js', __FILE__ ),
		array(),
		(string) filemtime( $script )
	);

	$wanted = shortcode_atts(
		array(
			'lang'     => '',
			'start'    => '',
			'remember' => '',
		),
		$given,
		'ruimtescan'
	);

	$attributes = '';
	foreach ( $wanted as $name => $value ) {
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}

	return '<ruimte-scan' . $attributes . '>'
		. '<p>De scan werkt hier niet. Twijfel je over veiligheid thuis? Bel Veilig Thuis: 0800-2000.</p>'
		. '</ruimte-scan>';
}

add_shortcode( 'ruimtescan', 'ruimtescan_shortcode' );

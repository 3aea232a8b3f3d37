"""设备与采集: what a factory's machines say, kept on the spot."""
